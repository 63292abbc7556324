package view

import (
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strings"
)

// policy lets a served page run its own program and style and ask its own server, and
// nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
	"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// guard lets only requests through that are meant for this server. A page elsewhere must
// not reach it by a name of its own that it has pointed at 127.0.0.1 (hence Host), nor
// write to it (hence Origin and Sec-Fetch-Site).
func guard(hosts []string, next http.Handler) http.Handler {
	crossing := http.NewCrossOriginProtection()
	next = crossing.Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		if !served(r.Host, hosts) {
			http.Error(w, "this server does not serve "+clean(r.Host)+"; name it with --host if it should", http.StatusForbidden)
			return
		}
		if origin := r.Header.Get("Origin"); origin != "" && !slices.Contains([]string{"http://" + r.Host, "https://" + r.Host}, origin) {
			http.Error(w, "request from another site", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// served reports whether a Host header names this server: a loopback address, localhost,
// or a host that the user has named.
func served(host string, hosts []string) bool {
	name := host
	if h, _, err := net.SplitHostPort(host); err == nil {
		name = h
	}
	name = strings.ToLower(strings.Trim(name, "[]"))
	if ip, err := netip.ParseAddr(name); err == nil && ip.IsLoopback() {
		return true
	}
	return name == "localhost" || slices.Contains(hosts, name)
}

// clean keeps a header from writing lines of its own into a message.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}
