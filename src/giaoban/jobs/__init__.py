"""Background work that resumes, in the server's own process or in workers."""
