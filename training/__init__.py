"""Trains the product's own French-English sentence model; never imported by the product."""
