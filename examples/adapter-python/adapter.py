"""A whole fwctl subject in one file: a small machine with the plain device in it, behind the adapter protocol.

Each part follows its counterpart in the kernel. What may have to wait is a generator: it yields a condition, and goes
on when that holds, so that there are no threads.
"""

import base64
import inspect
import json
import struct
import sys
from types import GeneratorType

FWCTL_INFO, FWCTL_RPC = 0x9A00, 0x9A01
INFO, RPC = struct.Struct("<IIIIQ"), struct.Struct("<IIIIQQ")
MAX_RPC_LENGTH = 2 << 20
TAINT_FWCTL = 1 << 19
MAJOR = 511
MAX_DEVICES = 4096
SCOPES = ["configuration", "debug read only", "debug write", "debug write full"]
CAPABILITIES = [
    "device-plain", "caller-capabilities", "shared-files", "threads", "process-death", "hold-operations", "unregister",
    "script-driver", "memory-pressure", "lockdown", "observe-taint", "observe-log", "observe-class", "observe-nodes", "observe-driver",
]


class Refused(Exception):
    """A call that fails with an errno, which is its only argument."""


def outcome(errno=None):
    return {"ok": True} if errno is None else {"ok": False, "errno": errno}


# ---- user memory --------------------------------------------------------------------------------------------------


class Region:
    def __init__(self, name, address, access, data):
        self.name, self.address, self.data = name, address, bytearray(data)
        self.is_writable, self.is_changed = access == "read-write", False


class Memory:
    """All that a process has mapped; everything else faults."""

    def __init__(self, regions):
        self.regions = regions

    def pieces(self, address, length):
        end = address + length
        while address < end:
            region = next((r for r in self.regions if r.address <= address < r.address + len(r.data)), None)
            if region is None:
                raise Refused("EFAULT")
            start = address - region.address
            piece = min(len(region.data) - start, end - address)
            yield region, start, piece
            address += piece

    def copy_from_user(self, address, length):
        return b"".join(bytes(r.data[start : start + piece]) for r, start, piece in self.pieces(address, length))

    def copy_to_user(self, address, data):
        done = 0
        for region, start, piece in self.pieces(address, len(data)):
            if not region.is_writable:
                raise Refused("EFAULT")
            region.data[start : start + piece] = data[done : done + piece]
            region.is_changed = True
            done += piece

    def is_zero(self, address, length):
        return all(not any(r.data[start : start + piece]) for r, start, piece in self.pieces(address, length))


# ---- the plain driver ---------------------------------------------------------------------------------------------


class Driver:
    """Does as its setup says, and stops where the kit holds it."""

    def __init__(self, setup):
        self.setup, self.has_info = dict(setup), setup["info"] is not None
        self.calls, self.contexts, self.to_hold, self.held = [], 0, [], []

    def step_in(self, operation, context, **more):
        self.calls.append({"operation": operation, "context": context, **more})
        if operation in self.to_hold:
            self.to_hold.remove(operation)
            ticket = object()
            self.held.append(ticket)
            yield lambda: ticket not in self.held

    def release(self, count=None):
        del self.held[:count]

    def open_uctx(self):
        self.contexts += 1
        context = self.contexts
        yield from self.step_in("open_uctx", context)
        self.fail(self.setup["openErrno"])
        return context

    def close_uctx(self, context):
        yield from self.step_in("close_uctx", context)

    def info(self, context):
        yield from self.step_in("info", context)
        self.fail(self.setup["infoErrno"])
        return self.setup["info"] or b""

    def fw_rpc(self, context, scope, request):
        yield from self.step_in("fw_rpc", context, scope=scope, request=request)
        self.fail(self.setup["rpcErrno"])
        response = self.setup["response"]
        if response == "the request":
            return request
        return bytes(byte ^ 0xFF for byte in request) if isinstance(response, str) else response

    @staticmethod
    def fail(errno):
        if errno is not None:
            raise Refused(errno)


# ---- the fwctl core -----------------------------------------------------------------------------------------------


class Device:
    def __init__(self, number, setup):
        self.number, self.name, self.device_type = number, f"fwctl{number}", setup["deviceType"]
        self.driver, self.is_registered, self.has_ops = Driver(setup), True, True
        self.readers, self.writers, self.references, self.files = 0, 0, 1, []

    @property
    def path(self):
        return f"/dev/fwctl/{self.name}"

    def down_read(self):
        """Who wants to write goes before who wants to read."""
        if self.writers > 0:
            yield lambda: self.writers == 0
        self.readers += 1

    def up_read(self):
        self.readers -= 1


class File:
    def __init__(self, device, context):
        self.device, self.context, self.descriptors, self.calls = device, context, 1, 0


class Process:
    def __init__(self, pid, name):
        self.pid, self.name, self.files, self.mapped, self.may_rawio = pid, name, {}, [], False

    def set_rights(self, capabilities, user_namespace):
        self.may_rawio = "CAP_SYS_RAWIO" in capabilities and user_namespace == "initial"


class Kernel:
    def __init__(self):
        self.taint, self.log, self.has_memory = 0, [], True
        self.numbers, self.devices, self.processes = set(), {}, {}

    # open, ioctl, close

    def open(self, process, path, number):
        device = next((d for d in self.devices.values() if d.is_registered and d.path == path), None)
        if device is None:
            raise Refused("ENOENT")
        yield from device.down_read()
        try:
            if not device.has_ops:
                raise Refused("ENODEV")
            if not self.has_memory:
                raise Refused("ENOMEM")
            file = File(device, (yield from device.driver.open_uctx()))
        finally:
            device.up_read()
        device.references += 1
        device.files.append(file)
        process.files[number] = file

    def ioctl(self, file, process, request, address, memory):
        layout = {FWCTL_INFO: INFO, FWCTL_RPC: RPC}.get(request)
        if layout is None:
            raise Refused("ENOTTY")
        (size,) = struct.unpack("<I", memory.copy_from_user(address, 4))
        if size < layout.size:
            raise Refused("EINVAL")
        if not memory.is_zero(address + layout.size, size - layout.size):
            raise Refused("E2BIG")
        words = layout.unpack(memory.copy_from_user(address, layout.size))
        yield from file.device.down_read()
        try:
            if not file.device.has_ops:
                raise Refused("ENODEV")
            command = self.cmd_info if request == FWCTL_INFO else self.cmd_rpc
            answer = yield from command(file, process, memory, *words[1:])
            memory.copy_to_user(address, layout.pack(size, *answer))
        finally:
            file.device.up_read()

    def cmd_info(self, file, _process, memory, flags, _device_type, room, to):
        if flags != 0:
            raise Refused("EOPNOTSUPP")
        device, data = file.device, b""
        if room > 0:
            if device.driver.has_info:
                data = yield from device.driver.info(file.context)
            memory.copy_to_user(to, data[:room])
            memory.copy_to_user(to + len(data[:room]), bytes(max(0, room - len(data))))
        return flags, device.device_type, len(data), to

    def cmd_rpc(self, file, process, memory, scope, in_length, out_length, source, to):
        if max(in_length, out_length) > MAX_RPC_LENGTH:
            raise Refused("EMSGSIZE")
        if scope >= len(SCOPES):
            raise Refused("EOPNOTSUPP")
        if SCOPES[scope] == "debug write full" and not process.may_rawio:
            raise Refused("EPERM")
        if SCOPES[scope].startswith("debug write"):
            self.taint_once(process, file.device)
        if in_length > 0 and not self.has_memory:
            raise Refused("ENOMEM")
        request = memory.copy_from_user(source, in_length)
        response = yield from file.device.driver.fw_rpc(file.context, SCOPES[scope], request)
        memory.copy_to_user(to, response[:out_length])
        return scope, in_length, len(response), source, to

    def taint_once(self, process, device):
        if self.taint == 0:
            text = f"fwctl {device.name}: {process.name} ({process.pid}): asked for full access to the physical device"
            self.log.append({"level": "warning", "text": text})
        self.taint = TAINT_FWCTL

    def close(self, process, number):
        file = process.files.pop(number, None)
        if file is None:
            raise Refused("EBADF")
        file.descriptors -= 1
        yield from self.put(file)

    def put(self, file):
        if file.descriptors > 0 or file.calls > 0:
            return
        device = file.device
        yield from device.down_read()
        if file in device.files:
            device.files.remove(file)
            yield from device.driver.close_uctx(file.context)
        device.up_read()
        self.put_device(device)

    # devices

    def register(self, name, setup):
        number = next((n for n in range(MAX_DEVICES) if n not in self.numbers), None)
        if number is None:
            return None
        self.numbers.add(number)
        self.devices[name] = Device(number, setup)
        return self.devices[name]

    def unregister(self, device):
        device.is_registered = False
        device.writers += 1
        if device.readers > 0:
            yield lambda: device.readers == 0
        while device.files:
            yield from device.driver.close_uctx(device.files.pop(0).context)
        device.has_ops = False
        device.writers -= 1
        self.put_device(device)

    def put_device(self, device):
        device.references -= 1
        if device.references == 0:
            self.numbers.discard(device.number)

    def registered(self):
        return [device for device in self.devices.values() if device.is_registered]


# ---- what the kit asks --------------------------------------------------------------------------------------------


def class_entry(device):
    return {
        "name": device.name,
        "attributes": ["dev", "device", "power", "subsystem", "uevent"],
        "parent": f"platform/plain.{device.number}",
        "deviceNumber": f"{MAJOR}:{device.number}",
    }


def node(device):
    return {"path": device.path, "mode": 0o600, "owner": "root", "group": "root", "deviceNumber": f"{MAJOR}:{device.number}"}


class Adapter:
    """One method for each operation, with the hyphens of its name as underscores; those that may have to wait are generators."""

    def __init__(self):
        self.kernel = Kernel()

    def hello(self, **_):
        return {"protocol": 1, "name": "a machine in Python", "version": "1", "inOrder": True, "capabilities": CAPABILITIES}

    def boot(self):
        self.kernel = Kernel()

    def spawn(self, caller, name, capabilities, userNamespace):
        self.kernel.processes[caller] = Process(1000 + caller, name)
        self.set_capabilities(caller, capabilities, userNamespace)

    def set_capabilities(self, caller, capabilities, userNamespace):
        self.kernel.processes[caller].set_rights(capabilities, userNamespace)

    def exit(self, caller, how):
        process = self.kernel.processes.pop(caller)
        for number in list(process.files):
            yield from self.kernel.close(process, number)

    def open(self, caller, path, mode, file):
        return (yield from self.outcome_of(self.kernel.open(self.kernel.processes[caller], path, file)))

    def close(self, caller, file):
        return (yield from self.outcome_of(self.kernel.close(self.kernel.processes[caller], file)))

    def ioctl(self, caller, file, request, argument, memory):
        process = self.kernel.processes[caller]
        opened = process.files.get(file)
        if opened is None:
            return {"outcome": outcome("EBADF"), "memory": {}}
        mapped = Memory([Region(r["name"], r["address"], r["access"], r["bytes"]) for r in memory])
        process.mapped.append(mapped)
        opened.calls += 1
        result = yield from self.outcome_of(self.kernel.ioctl(opened, process, request, argument, mapped))
        process.mapped.remove(mapped)
        opened.calls -= 1
        yield from self.kernel.put(opened)
        return {"outcome": result, "memory": {r.name: bytes(r.data) for r in mapped.regions if r.is_changed}}

    @staticmethod
    def outcome_of(call):
        try:
            yield from call
        except Refused as refused:
            return outcome(refused.args[0])
        return outcome()

    def poke(self, caller, address, bytes):
        for mapped in self.kernel.processes[caller].mapped:
            mapped.copy_to_user(address, bytes)

    def share(self, file, **between):
        shared = self.kernel.processes[between["from"]].files[file]
        shared.descriptors += 1
        self.kernel.processes[between["to"]].files[file] = shared

    def register(self, device, profile, setup):
        if profile != "plain":
            raise LookupError(profile)
        registered = self.kernel.register(device, setup)
        return {"node": registered and registered.path}

    def unregister(self, device):
        yield from self.kernel.unregister(self.kernel.devices[device])

    def script_driver(self, device, setup):
        self.kernel.devices[device].driver.setup.update(setup)

    def hold(self, device, operation):
        self.kernel.devices[device].driver.to_hold.append(operation)

    def await_held(self, device, count):
        yield lambda: len(self.kernel.devices[device].driver.held) >= count

    def release(self, device, count=None):
        self.kernel.devices[device].driver.release(count)

    def memory_pressure(self, on):
        self.kernel.has_memory = not on

    def lockdown(self, level):
        pass  # Nothing here asks whether the kernel is locked down.

    def observe_taint(self):
        return {"mask": self.kernel.taint}

    def observe_log(self):
        return {"lines": self.kernel.log}

    def observe_class(self):
        return {"entries": [class_entry(device) for device in self.kernel.registered()]}

    def observe_nodes(self):
        return {"nodes": [node(device) for device in self.kernel.registered()]}

    def observe_driver(self, device):
        return {"calls": self.kernel.devices[device].driver.calls}


# ---- the conversation ---------------------------------------------------------------------------------------------


def from_json(members):
    return base64.b64decode(members["base64"]) if members.keys() == {"base64"} else members


def to_json(value):
    return {"base64": base64.b64encode(value).decode()}


def answer(message):
    print(json.dumps(message, default=to_json), flush=True)


def known_to(operation, members):
    """Those of the members that the operation takes; a later kit may send others, too."""
    parameters = inspect.signature(operation).parameters.values()
    takes_any = any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters)
    names = {parameter.name for parameter in parameters}
    return {name: value for name, value in members.items() if takes_any or name in names}


def main():
    adapter, waiting = Adapter(), []
    for line in sys.stdin:
        request = json.loads(line, object_hook=from_json)
        number, op = request.pop("id"), request.pop("op")
        try:
            operation = getattr(adapter, op.replace("-", "_"))
            result = operation(**known_to(operation, request))
            if isinstance(result, GeneratorType):
                waiting.append([number, result, None])
            else:
                answer({"id": number, "result": result})
        except (AttributeError, LookupError):
            answer({"id": number, "cannot": f"there is no such {op} here"})
        waiting = go_on(waiting)


def go_on(waiting):
    """Lets everything go on that can, until nothing can, and gives what still waits."""
    moved = True
    while moved:
        moved, left = False, []
        for number, call, condition in waiting:
            if condition is not None and not condition():
                left.append([number, call, condition])
                continue
            moved = True
            try:
                left.append([number, call, next(call)])
            except StopIteration as end:
                answer({"id": number, "result": end.value})
        waiting = left
    return waiting


if __name__ == "__main__":
    main()
