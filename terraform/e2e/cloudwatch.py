"""CloudWatch on loopback, as far as headroom collect asks it: ListMetrics and GetMetricData.

  cloudwatch.py PORT_FILE USE_FILE

USE_FILE is JSON: instance id -> {"cpu": percent, "memory": percent} at peak. There are 14 days of samples, one in
five minutes, up to now. moto's CloudWatch does not speak the protocol that the AWS SDK for Java speaks (Smithy RPC v2
CBOR), so this does. The port it listens on is written into PORT_FILE.
"""

import http.server
import json
import pathlib
import struct
import sys
import time

DAYS = 14
STEP = 300
DAY = 86400
METRICS = {"CPUUtilization": ("AWS/EC2", "cpu"), "mem_used_percent": ("CWAgent", "memory")}


def level(when, peak):
    """A working day: a third of the peak by night, two thirds by day, the peak at one o'clock."""
    hour = when % DAY / 3600
    return peak if 13 <= hour < 14 else peak * 2 / 3 if 7 <= hour < 19 else peak / 3


class Reader:
    """Decodes CBOR (RFC 8949), as far as requests use it."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        self.at += count
        return self.data[self.at - count : self.at]

    def item(self):
        major, minor = divmod(self.take(1)[0], 32)
        if major == 7:
            return self.simple(minor)
        length = self.length(minor)
        if major in (0, 1):
            return length if major == 0 else -1 - length
        if major in (2, 3):
            data = self.take(length) if length is not None else b"".join(self.chunks())
            return data if major == 2 else data.decode()
        if major == 4:
            return list(self.items(length))
        if major == 5:
            return {key: self.item() for key in self.items(length)}
        return self.item()  # a tag: seconds since 1970 are taken as they are

    def simple(self, minor):
        if minor in (20, 21):
            return minor == 21
        if minor in (22, 23):
            return None
        form = {25: ">e", 26: ">f", 27: ">d"}[minor]
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def length(self, minor):
        if minor < 24:
            return minor
        if minor == 31:
            return None
        return int.from_bytes(self.take(1 << (minor - 24)), "big")

    def ended(self):
        if self.data[self.at] == 0xFF:
            self.at += 1
            return True
        return False

    def items(self, length):
        count = 0
        while (count < length) if length is not None else not self.ended():
            count += 1
            yield self.item()

    def chunks(self):
        while not self.ended():
            chunk = self.item()
            yield chunk if isinstance(chunk, bytes) else chunk.encode()


def head(major, length):
    for size, code in ((1, 24), (2, 25), (4, 26), (8, 27)):
        if length < 24:
            return bytes([major * 32 + length])
        if length < 1 << (8 * size):
            return bytes([major * 32 + code]) + length.to_bytes(size, "big")
    raise ValueError(length)


class Moment(int):
    """Seconds since 1970, which CBOR tags as a time."""


def encoded(value):
    if isinstance(value, Moment):
        return head(6, 1) + head(0, value)
    if isinstance(value, float):
        return b"\xfb" + struct.pack(">d", value)
    if isinstance(value, int):
        return head(0, value)
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, list):
        return head(4, len(value)) + b"".join(map(encoded, value))
    pairs = (encoded(key) + encoded(one) for key, one in value.items())
    return head(5, len(value)) + b"".join(pairs)


def list_metrics(request, peaks, now):
    found = [
        {
            "Namespace": namespace,
            "MetricName": name,
            "Dimensions": [{"Name": "InstanceId", "Value": instance}],
        }
        for name, (namespace, kind) in METRICS.items()
        for instance in sorted(peaks)
        if request.get("Namespace", namespace) == namespace
        and request.get("MetricName", name) == name
    ]
    return {"Metrics": found}


def samples(metric, peaks, start, end):
    """Times and values of one series; none of a metric or a machine that is not known."""
    namespace, kind = METRICS.get(metric["MetricName"], ("", ""))
    dimensions = {one["Name"]: one["Value"] for one in metric.get("Dimensions", [])}
    peak = peaks.get(dimensions.get("InstanceId"), {}).get(kind)
    if peak is None or namespace != metric["Namespace"] or len(dimensions) != 1:
        return [], []
    times = range(-(-start // STEP) * STEP, end, STEP)
    return [Moment(when) for when in times], [float(level(when, peak)) for when in times]


def get_metric_data(request, peaks, now):
    start = max(int(request["StartTime"]), now - DAYS * DAY)
    end = min(int(request["EndTime"]), now)
    results = []
    for query in request["MetricDataQueries"]:
        times, values = samples(query["MetricStat"]["Metric"], peaks, start, end)
        results.append(
            {
                "Id": query["Id"],
                "Label": query["Id"],
                "Timestamps": times,
                "Values": values,
                "StatusCode": "Complete",
            }
        )
    return {"MetricDataResults": results, "Messages": []}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    operations = {"ListMetrics": list_metrics, "GetMetricData": get_metric_data}

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        operation = self.operations.get(self.path.rsplit("/", 1)[-1])
        if operation is None:
            answer, status = encoded({"__type": "UnknownOperationException"}), 404
        else:
            peaks = json.loads(pathlib.Path(sys.argv[2]).read_text())
            request = Reader(body).item() if body else {}
            answer, status = encoded(operation(request, peaks, int(time.time()))), 200
        self.send_response(status)
        self.send_header("Content-Type", "application/cbor")
        self.send_header("smithy-protocol", "rpc-v2-cbor")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    part = pathlib.Path(sys.argv[1] + ".part")
    part.write_text(str(server.server_address[1]))
    part.rename(sys.argv[1])
    server.serve_forever()


main()
