"""Facebook's Graph API, as far as it shows a person the posts of her own Page."""
