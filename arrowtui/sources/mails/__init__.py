"""Understanding mails: headers that lie, parts in parts, charsets nobody declared."""
