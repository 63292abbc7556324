//go:build stores

package cloud

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"gocloud.dev/gcerrors"
	"google.golang.org/api/googleapi"

	"zhibiao/store"
)

// fault sorts what went wrong: each cloud has its own errors, and gocloud.dev tells only
// few of them apart. The message is cut down to what the store said.
func fault(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	}
	text := err.Error()
	for _, none := range []string{"get credentials", "refresh cached credentials", "DefaultAzureCredential", "default credentials", "AZURE_STORAGE_ACCOUNT", "AccountName is required"} {
		if strings.Contains(text, none) {
			return &store.Fault{Kind: store.NoKey, Err: short(err)}
		}
	}
	if f := answered(err); f != nil {
		return f
	}
	switch gcerrors.Code(err) {
	case gcerrors.NotFound:
		return &store.Fault{Kind: store.Missing, Err: short(err)}
	case gcerrors.FailedPrecondition:
		return &store.Fault{Kind: store.Changed, Err: short(err)}
	case gcerrors.PermissionDenied:
		return &store.Fault{Kind: store.Denied, Err: short(err)}
	}
	if strings.Contains(text, "egion") { // a region is required, Missing Region
		return &store.Fault{Kind: store.BadURL, What: "the region is not known", Cure: "set AWS_REGION, or add ?region=… to the URL", Err: short(err)}
	}
	if cut(err) {
		return &store.Fault{Kind: store.Unreachable, Err: short(err)}
	}
	return &store.Fault{Kind: store.Unknown, Err: short(err)}
}

// answered sorts what a store answered by its status and code; nil where it did not.
func answered(err error) *store.Fault {
	var amazon smithy.APIError
	var response *smithyhttp.ResponseError
	var google *googleapi.Error
	var microsoft *azcore.ResponseError
	switch {
	case errors.As(err, &amazon):
		status := 0
		if errors.As(err, &response) {
			status = response.HTTPStatusCode()
		}
		return sorted(status, amazon.ErrorCode(), amazon.ErrorMessage())
	case errors.As(err, &response) && response.HTTPStatusCode() != 0:
		return sorted(response.HTTPStatusCode(), "", http.StatusText(response.HTTPStatusCode()))
	case errors.As(err, &google):
		return sorted(google.Code, "", google.Message)
	case errors.As(err, &microsoft):
		return sorted(microsoft.StatusCode, microsoft.ErrorCode, http.StatusText(microsoft.StatusCode))
	}
	return nil
}

// sorted is the fault of an answer.
func sorted(status int, code, message string) *store.Fault {
	err := errors.New(strings.Trim(code+": "+message, ": "))
	if err.Error() == "" {
		err = fmt.Errorf("status %d", status)
	}
	kind := store.Unknown
	switch {
	case code == "NoSuchBucket" || code == "ContainerNotFound" || code == "InvalidBucketName" ||
		status == http.StatusNotFound && strings.Contains(message, "bucket"):
		kind = store.NoBucket
	case strings.Contains(message, "access key"): // said with any status
		kind = store.Denied
	case status == http.StatusNotFound || code == "NoSuchKey" || code == "NotFound":
		kind = store.Missing
	case status == http.StatusPreconditionFailed || status == http.StatusConflict || code == "BlobAlreadyExists":
		kind = store.Changed
	case status == http.StatusUnauthorized || status == http.StatusForbidden || code == "InvalidAccessKeyId" || code == "ExpiredToken" || code == "InvalidToken":
		kind = store.Denied
	case status == http.StatusTooManyRequests || status >= http.StatusInternalServerError:
		kind = store.Unreachable
	}
	return &store.Fault{Kind: kind, Err: err}
}

// cut reports whether there was no answer, or half of one.
func cut(err error) bool {
	var network net.Error
	var dial *net.OpError
	var request *url.Error
	var canceled *smithy.CanceledError
	return errors.As(err, &network) || errors.As(err, &dial) || errors.As(err, &request) && !errors.As(err, &canceled) ||
		errors.Is(err, io.ErrUnexpectedEOF)
}

// short is the innermost of what an error says: the layers above tell where in the
// libraries it came from.
func short(err error) error {
	if call := new(smithy.OperationError); errors.As(err, &call) {
		err = call.Err
	}
	for {
		inner := errors.Unwrap(err)
		if inner == nil || inner.Error() == "" {
			return err
		}
		err = inner
	}
}
