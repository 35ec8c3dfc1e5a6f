"""What happened: append-only events, one keyed hash chain for each committee."""
