//go:build stores

package cloud

import (
	"errors"
	"strconv"

	"cloud.google.com/go/storage"
	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
	"github.com/Azure/azure-sdk-for-go/sdk/storage/azblob"
	azure "github.com/Azure/azure-sdk-for-go/sdk/storage/azblob/blob"
	"github.com/aws/aws-sdk-go-v2/feature/s3/transfermanager"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"gocloud.dev/blob"
)

// version is what the store calls this version of the object: a tag or a generation.
func version(r *blob.Reader) string {
	var amazon s3.GetObjectOutput
	var google *storage.Reader
	var microsoft azure.DownloadStreamResponse
	switch {
	case r.As(&amazon) && amazon.ETag != nil:
		return *amazon.ETag
	case r.As(&google):
		return strconv.FormatInt(google.Attrs.Generation, 10)
	case r.As(&microsoft) && microsoft.ETag != nil:
		return string(*microsoft.ETag)
	}
	return r.ModTime().UTC().Format("20060102T150405.000000000")
}

// demand makes an upload fail unless the object has a version.
func demand(as func(any) bool, version string) error {
	var amazon *transfermanager.UploadObjectInput
	var google **storage.ObjectHandle
	var microsoft *azblob.UploadStreamOptions
	switch {
	case as(&amazon):
		amazon.IfMatch = &version
	case as(&google):
		generation, err := strconv.ParseInt(version, 10, 64)
		if err != nil {
			return err
		}
		*google = (*google).If(storage.Conditions{GenerationMatch: generation})
	case as(&microsoft):
		tag := azcore.ETag(version)
		microsoft.AccessConditions = &azure.AccessConditions{ModifiedAccessConditions: &azure.ModifiedAccessConditions{IfMatch: &tag}}
	default:
		return errors.New("the store knows no conditions")
	}
	return nil
}
