"""The nouns everybody shares: frozen values, enums and errors. Uses nothing but the standard library."""
