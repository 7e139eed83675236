"""OAuth 2.1 and OpenID for applications; the protocol is allauth's identity provider's."""
