#!/bin/sh
# Run once by the image of PostgreSQL, when the database is made: the application's role, which owns nothing.
set -eu
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$APPLICATION_PASSWORD" <<'SQL'
CREATE ROLE dti_monitor_app LOGIN PASSWORD :'password';
SQL
