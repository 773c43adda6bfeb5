#!/bin/sh
# Serves the demo paper at http://127.0.0.1:$PORT/, with a production server and production settings.
# Everything it makes is in var/. A step is taken again only when what it is made from has changed,
# so that the second start takes seconds and keeps what was edited; `rm -r var` begins anew.
set -eu
cd "$(dirname "$0")/.."
port=${PORT:-8000}
manage=".venv/bin/python manage.py"

umask 022
mkdir -p var/stamps
[ -s var/secret_key ] || (umask 077 && .venv/bin/python -c 'import secrets; print(secrets.token_urlsafe(50))' >var/secret_key)

# The demo is the same wherever it is started: no setting comes from outside.
unset DATABASE_URL CACHE_URL MEDIA_URL MEDIA_ROOT EMAIL_URL DEFAULT_FROM_EMAIL SITE_NAME TAG_AUTHORITY
unset NEWSROOM_TIME_ZONE NEWSROOM_CLOCK_SET BEHIND_PROXY HSTS_SECONDS LOG_LEVEL WEBSUB_HUBS
export DEBUG=0 DATA_DIR="$PWD/var" DJANGO_SETTINGS_MODULE=newsroom.settings
SECRET_KEY=$(cat var/secret_key)
export SECRET_KEY ALLOWED_HOSTS=127.0.0.1,localhost SITE_URL="http://127.0.0.1:$port"
export EMAIL_URL=filemail:///var/mail # a file for each letter, in the folder that we stand in

# step "NAME" "WHAT IT IS MADE FROM" COMMAND...
step() {
    name=$1 sources=$2
    shift 2
    sum=$(find $sources -type f ! -name '*.pyc' ! -name '*.mo' -exec cksum {} + | LC_ALL=C sort | cksum)
    [ "$sum" = "$(cat "var/stamps/$name" 2>/dev/null)" ] && return
    echo "Preparing the $name ..."
    "$@" >/dev/null
    echo "$sum" >"var/stamps/$name"
}

step translations "newsroom/locale requirements.txt" $manage compile_catalogues
step typefaces "newsroom/fonts.py requirements.txt" $manage build_fonts
step database "teams/migrations articles/migrations newsroom/migrations requirements.txt" $manage migrate --verbosity 0
NEWSROOM_CLOCK=$($manage demo --clock) # just after the last change: nothing that was published hides in the future
export NEWSROOM_CLOCK
step seeds "seeds var/stamps/database" $manage demo --verbosity 0
step "static files" "static var/fonts requirements.txt" $manage collectstatic --noinput --verbosity 0

NEWSROOM_CLOCK_SET=$(date -u +%Y-%m-%dT%H:%M:%S+00:00) # the paper's processes and its worker share one clock
export NEWSROOM_CLOCK_SET
cat <<END

  The paper   $SITE_URL/
  The desk    $SITE_URL/admin/   login: editor   password: $(cat var/demo-password)
  The time    $NEWSROOM_CLOCK

Ctrl-C stops it.
END
# The worker makes what no reader should wait for. If it dies the paper goes on, and it is started again.
work() {
    worker=
    trap 'kill "$worker" 2>/dev/null; wait "$worker"; exit' TERM
    while :; do
        $manage work & worker=$!
        wait "$worker" || true
        sleep 2 & wait $!
    done
}

# Ctrl-C, or the end of the paper, ends both.
stop() {
    trap - INT TERM EXIT
    kill "$paper" "$works" 2>/dev/null || true
    wait || true
}

work & works=$!
.venv/bin/python -m gunicorn newsroom.wsgi --bind "127.0.0.1:$port" --preload \
    --worker-class gthread --workers 2 --threads 4 --no-control-socket --log-level warning & paper=$!
trap 'stop; exit 0' INT TERM
trap stop EXIT
wait "$paper"
