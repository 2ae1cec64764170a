-- The default privileges of projects made before 2026-05-30 and of older self-hosted images: whatever a migration
-- creates in public is open to every role until it is revoked by name.
alter default privileges for role postgres in schema public
  grant all on tables to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on functions to postgres, anon, authenticated, service_role;
alter default privileges for role postgres in schema public
  grant all on sequences to postgres, anon, authenticated, service_role;
