"""The token service: sign-in, access tokens and database leases."""
