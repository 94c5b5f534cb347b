"""From files to batches: sources, the cache of decoded pictures, crops, colour jitter and the ageing of old prints."""
