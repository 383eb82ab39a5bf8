#!/usr/bin/env python3
"""Stands in for bench: writes supervisor's configuration by bench's documented template, and is a
background worker that waits."""
import json
import os
import signal
import sys

WEB = """[program:{bench}-frappe-web]
command={directory}/env/bin/gunicorn -b 127.0.0.1:{port} -w {workers} --max-requests {requests} --max-requests-jitter {jitter} -t 120 --graceful-timeout 30 app:application --preload
priority=4
autostart=true
autorestart=true
stdout_logfile={directory}/logs/web.log
stderr_logfile={directory}/logs/web.error.log
stopwaitsecs=40
killasgroup=true
user={user}
directory={directory}/sites

"""

WORKER = """[program:{bench}-frappe-{queue}-worker]
command={directory}/env/bin/bench worker --queue {queue}
priority=4
autostart=true
autorestart=true
stdout_logfile={directory}/logs/worker.log
stderr_logfile={directory}/logs/worker.error.log
user={user}
stopwaitsecs=360
directory={directory}
killasgroup=true
numprocs={background}
process_name=%(program_name)s-%(process_num)d

"""

GROUPS = """[group:{bench}-web]
programs={bench}-frappe-web

[group:{bench}-workers]
programs={bench}-frappe-default-worker,{bench}-frappe-short-worker,{bench}-frappe-long-worker
"""


def setup_supervisor():
    directory = os.getcwd()
    with open("sites/common_site_config.json") as file:
        config = json.load(file)
    workers = config.get("gunicorn_workers", 5)
    requests = config.get("gunicorn_max_requests", 5000) if workers > 1 else 0
    values = dict(
        bench=os.path.basename(directory),
        directory=directory,
        port=config["webserver_port"],
        workers=workers,
        requests=requests,
        jitter=requests // 10,
        background=config.get("background_workers", 1),
        user=config["frappe_user"],
    )
    with open("config/supervisor.conf", "w") as file:
        file.write(WEB.format(**values))
        for queue in ("default", "short", "long"):
            file.write(WORKER.format(queue=queue, **values))
        file.write(GROUPS.format(**values))


if sys.argv[1:] == ["setup", "supervisor", "--yes"]:
    setup_supervisor()
elif sys.argv[1:3] == ["worker", "--queue"]:
    signal.pause()
else:
    sys.exit("bench: no such command: " + " ".join(sys.argv[1:]))
