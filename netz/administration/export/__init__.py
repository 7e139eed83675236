"""All data of a workspace as one file: what goes in, who asks, how it is written and handed out."""
