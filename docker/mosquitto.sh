#!/bin/sh
# Starts the broker with the one user that the environment names.
set -eu
touch /var/lib/mosquitto/passwords
chmod 600 /var/lib/mosquitto/passwords
mosquitto_passwd -b /var/lib/mosquitto/passwords "$MOSQUITTO_USERNAME" "$MOSQUITTO_PASSWORD"
exec mosquitto -c /etc/mosquitto/wrenchline.conf
