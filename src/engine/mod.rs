//! Sessions, scopes, evaluation, the pipeline and the parameter binder.
