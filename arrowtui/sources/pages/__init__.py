"""Web pages without a feed: read by selectors, or watched for change."""
