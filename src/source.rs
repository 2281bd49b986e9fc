//! Turning bytes into articles. All cleaning of hostile text is here.
