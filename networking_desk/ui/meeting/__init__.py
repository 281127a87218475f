"""The Meeting timer: plan, be ready, run, wrap up."""
