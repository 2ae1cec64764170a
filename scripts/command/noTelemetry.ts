// Imported first, for its effect: both must be set before @supabase/lite is loaded.
// https://docs.lite.dev/cli/telemetry
process.env.LITE_TELEMETRY = '0';
process.env.DO_NOT_TRACK = '1';
