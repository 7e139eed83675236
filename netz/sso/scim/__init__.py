"""SCIM 2.0: a workspace's directory makes, changes and deactivates its members (RFC 7643, 7644).

Resources, paths, filters and patches are read and applied by scim2-models.
"""
