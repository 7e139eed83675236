"""What the product learns of each member, from their own acts, for them alone."""
