// Without this, ESM steps are reported at the lines of the transpiled text.
process.setSourceMapsEnabled(true);
