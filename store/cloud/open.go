//go:build stores

// Package cloud opens buckets of Amazon S3 and what speaks its language, of Google Cloud
// Storage and of Azure Blob Storage. Their libraries double the program, so it is part of
// it only with the build tag stores.
package cloud

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"

	"github.com/aws/aws-sdk-go-v2/service/s3"
	"gocloud.dev/blob"
	"gocloud.dev/blob/azureblob"
	"gocloud.dev/blob/gcsblob"
	"gocloud.dev/blob/s3blob"
	"gocloud.dev/gcp"

	"zhibiao/store"
)

// Open opens the bucket of a URL: s3://, gs:// or azblob://. Credentials come from where
// the tools of each cloud look for them.
func Open(ctx context.Context, raw string) (store.Bucket, error) {
	u, err := url.Parse(raw)
	if err != nil {
		return nil, &store.Fault{Kind: store.BadURL, Err: err}
	}
	var b *blob.Bucket
	switch u.Scheme {
	case s3blob.Scheme:
		b, err = openAmazon(ctx, u)
	case gcsblob.Scheme:
		b, err = openGoogle(ctx, u)
	case azureblob.Scheme:
		b, err = openAzure(ctx, u)
	default:
		err = &store.Fault{Kind: store.BadURL, Err: fmt.Errorf("%s:// is none", u.Scheme)}
	}
	if told := new(store.Fault); errors.As(err, &told) {
		return nil, told
	}
	if err != nil {
		return nil, fault(ctx, err)
	}
	return &bucket{b}, nil
}

// openAmazon opens a bucket of Amazon's, or of a server that speaks as Amazon's do. Many
// of these send no checksums, and the library would log that for every object.
func openAmazon(ctx context.Context, u *url.URL) (*blob.Bucket, error) {
	opener := new(s3blob.URLOpener)
	b, err := opener.OpenBucketURL(ctx, u)
	var client *s3.Client
	if err != nil || !b.As(&client) {
		return b, err
	}
	quiet := func(o *s3.Options) { o.DisableLogOutputChecksumValidationSkipped = true }
	return s3blob.OpenBucket(ctx, s3.New(client.Options(), quiet), u.Host, &opener.Options)
}

// openAzure opens a container of Azure's. The library's own opener reads the environment
// once for a process; but it alone keeps a token in the URL from going to another server.
func openAzure(ctx context.Context, u *url.URL) (*blob.Bucket, error) {
	options := azureblob.NewDefaultServiceURLOptions()
	if options.SASToken != "" {
		return blob.OpenBucket(ctx, u.String())
	}
	return (&azureblob.URLOpener{MakeClient: azureblob.NewDefaultClient, ServiceURLOptions: *options}).OpenBucketURL(ctx, u)
}

// openGoogle opens a bucket of Google's. The library's own opener prints where it finds
// no credentials, and goes on without.
func openGoogle(ctx context.Context, u *url.URL) (*blob.Bucket, error) {
	if os.Getenv("STORAGE_EMULATOR_HOST") != "" || u.Query().Get("anonymous") == "true" {
		return (&gcsblob.URLOpener{Client: gcp.NewAnonymousHTTPClient(gcp.DefaultTransport())}).OpenBucketURL(ctx, u)
	}
	credentials, err := gcp.DefaultCredentials(ctx)
	if err != nil {
		return nil, &store.Fault{Kind: store.NoKey, Err: err}
	}
	client, err := gcp.NewHTTPClient(gcp.DefaultTransport(), gcp.CredentialsTokenSource(credentials))
	if err != nil {
		return nil, err
	}
	return (&gcsblob.URLOpener{Client: client}).OpenBucketURL(ctx, u)
}
