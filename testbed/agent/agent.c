/*
 * The agent: makes real system calls for the kit, which it speaks with by the adapter protocol, on standard input and
 * output or on the device that its only argument names. As the first process of a guest it is init, too.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include "caller.h"
#include "controls.h"
#include "message.h"
#include "observe.h"

#define MOST_CALLERS 64

/* A process of the kit's. `leaving` is the request that waits for its end. */
struct caller {
	int number, socket, pidfd;
	pid_t pid;
	double leaving;
};

static struct caller callers[MOST_CALLERS];
static int caller_count;
static int in = STDIN_FILENO, out = STDOUT_FILENO;
static bool has_log;
static struct controls controls;

static void reply(struct text *text)
{
	if (!write_all(out, text->at, text->length))
		exit(1);
	free(text->at);
	*text = (struct text){ 0 };
}

static void reply_null(double id)
{
	struct text text = { 0 };
	say_result(&text, id);
	say(&text, "null");
	say_end(&text);
	reply(&text);
}

static struct caller *find_caller(double number)
{
	for (int i = 0; i < caller_count; i++)
		if (callers[i].number == (int)number)
			return &callers[i];
	return NULL;
}

static void forward(struct caller *to, const void *message, size_t length)
{
	if (!write_all(to->socket, &length, sizeof length) || !write_all(to->socket, message, length))
		fprintf(stderr, "caller %d does not listen\n", to->number);
}

static void spawn(struct message *message)
{
	int sockets[2];
	struct text text = { 0 };
	if (caller_count == MOST_CALLERS || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
		say_broke(&text, message->id, "spawn", errno);
		return reply(&text);
	}
	pid_t pid = fork();
	if (pid == 0) {
		for (int i = 0; i < caller_count; i++) {
			close(callers[i].socket);
			close(callers[i].pidfd);
		}
		close(sockets[0]);
		caller_live(sockets[1]);
	}
	close(sockets[1]);
	int pidfd = (int)syscall(SYS_pidfd_open, pid, 0);
	callers[caller_count] = (struct caller){ (int)json_number(message->json, "caller"), sockets[0], pidfd, pid, 0 };
	forward(&callers[caller_count++], message->bytes, message->length);
}

/* The process has ended, and so its files are closed. */
static void bury(struct caller *caller)
{
	double leaving = caller->leaving;
	waitpid(caller->pid, NULL, 0);
	close(caller->socket);
	close(caller->pidfd);
	*caller = callers[--caller_count];
	if (leaving != 0)
		reply_null(leaving);
}

static void end_all_callers(void)
{
	for (int i = 0; i < caller_count; i++)
		kill(callers[i].pid, SIGKILL);
	while (caller_count > 0)
		bury(&callers[0]);
}

/* Its version is that of the kernel, which is what is judged through it. */
static void greet(double id)
{
	struct text text = { 0 };
	struct utsname names;
	uname(&names);
	say_result(&text, id);
	say(&text, "{\"protocol\":1,\"name\":\"fwctl agent\",\"version\":");
	say_string(&text, names.release);
	say(&text, ",\"attachments\":true,\"capabilities\":["
		   "\"caller-capabilities\",\"shared-files\",\"threads\",\"process-death\",%s%s\"observe-taint\",%s\"observe-class\",\"observe-nodes\"]}",
	    controls.memory_pressure ? "\"memory-pressure\"," : "", controls.lockdown ? "\"lockdown\"," : "",
	    has_log ? "\"observe-log\"," : "");
	say_end(&text);
	reply(&text);
}

static bool observe(struct message *message)
{
	static const struct { const char *op; int (*observe)(struct text *); } OBSERVATIONS[] = {
		{ "observe-taint", observe_taint }, { "observe-log", observe_log },
		{ "observe-class", observe_class }, { "observe-nodes", observe_nodes },
	};
	for (size_t i = 0; i < sizeof OBSERVATIONS / sizeof *OBSERVATIONS; i++) {
		if (strcmp(message->op, OBSERVATIONS[i].op) != 0)
			continue;
		struct text text = { 0 }, broken = { 0 };
		say_result(&text, message->id);
		int error = OBSERVATIONS[i].observe(&text);
		say_end(&text);
		if (error != 0)
			say_broke(&broken, message->id, message->op, error);
		reply(error == 0 ? &text : &broken);
		return true;
	}
	return false;
}

static bool control(struct message *message)
{
	struct text broken = { 0 };
	int error = 0;
	if (controls.memory_pressure && strcmp(message->op, "memory-pressure") == 0)
		set_memory_pressure(json_number(message->json, "on") != 0);
	else if (controls.lockdown && strcmp(message->op, "lockdown") == 0)
		error = set_lockdown(json_string(message->json, "level"));
	else
		return false;
	if (error == 0) {
		reply_null(message->id);
	} else {
		say_broke(&broken, message->id, message->op, error);
		reply(&broken);
	}
	return true;
}

static void leave(struct caller *caller, struct message *message)
{
	caller->leaving = message->id;
	if (strcmp(json_string(message->json, "how"), "kill") == 0)
		kill(caller->pid, SIGKILL);
	else
		forward(caller, message->bytes, message->length);
}

static void share(struct message *message)
{
	struct caller *from = find_caller(json_number(message->json, "from")), *to = find_caller(json_number(message->json, "to"));
	struct text text = { 0 };
	if (from == NULL || to == NULL) {
		say_broke(&text, message->id, "share", ESRCH);
		return reply(&text);
	}
	say(&text, "{\"id\":%.0f,\"op\":\"adopt\",\"from\":%d,\"file\":%.0f}\n", message->id, from->pid, json_number(message->json, "file"));
	forward(to, text.at, text.length);
	free(text.at);
}

static void answer(struct message *message)
{
	static const char *const OF_CALLERS[] = { "set-capabilities", "open", "ioctl", "close", "poke" };
	struct caller *caller = find_caller(json_number(message->json, "caller"));
	const char *op = message->op;
	struct text text = { 0 };
	if (strcmp(op, "hello") == 0)
		return greet(message->id);
	if (strcmp(op, "boot") == 0) {
		end_all_callers();
		if (controls.memory_pressure)
			set_memory_pressure(false);
		has_log = mark_log();
		return reply_null(message->id);
	}
	if (strcmp(op, "spawn") == 0)
		return spawn(message);
	if (strcmp(op, "share") == 0)
		return share(message);
	if (strcmp(op, "exit") == 0 && caller != NULL)
		return leave(caller, message);
	if (observe(message) || control(message))
		return;
	for (size_t i = 0; i < sizeof OF_CALLERS / sizeof *OF_CALLERS; i++)
		if (caller != NULL && strcmp(op, OF_CALLERS[i]) == 0)
			return forward(caller, message->bytes, message->length);
	say_cannot(&text, message->id, op);
	reply(&text);
}

/* What a process replies is passed on as it is; false when there is nothing more. */
static bool pass_on(struct caller *caller)
{
	size_t length;
	if (!read_all(caller->socket, &length, sizeof length))
		return false;
	struct text text = { must(malloc(length)), length, length };
	bool is_whole = read_all(caller->socket, text.at, length);
	if (is_whole)
		reply(&text);
	else
		free(text.at);
	return is_whole;
}

/* False at the end of the input. */
static bool listen_once(struct inbox *inbox)
{
	struct pollfd polled[1 + 2 * MOST_CALLERS] = { { in, POLLIN, 0 } };
	int count = caller_count;
	for (int i = 0; i < count; i++) {
		polled[1 + 2 * i] = (struct pollfd){ callers[i].socket, POLLIN, 0 };
		polled[2 + 2 * i] = (struct pollfd){ callers[i].pidfd, POLLIN, 0 };
	}
	if (poll(polled, (nfds_t)(1 + 2 * count), -1) < 0)
		return errno == EINTR;
	/* From the last to the first, since the last takes the place of one that is buried. */
	for (int i = count - 1; i >= 0; i--) {
		if (polled[2 + 2 * i].revents & POLLIN) {
			while (pass_on(&callers[i]))
				;
			bury(&callers[i]);
		} else if (polled[1 + 2 * i].revents & POLLIN) {
			pass_on(&callers[i]);
		}
	}
	if ((polled[0].revents & (POLLIN | POLLHUP | POLLERR)) == 0)
		return true;
	if (!inbox_read(inbox, in))
		return false;
	for (struct message message; inbox_take(inbox, &message); message_free(&message))
		answer(&message);
	return true;
}

/* The first process of a guest has no file systems yet, and nowhere to end to. */
static void live_as_init(void)
{
	mount("proc", "/proc", "proc", 0, NULL);
	mount("sysfs", "/sys", "sysfs", 0, NULL);
}

int main(int count, char **words)
{
	struct rlimit files = { 1 << 16, 1 << 16 };
	struct inbox inbox = { 0 };
	if (getpid() == 1)
		live_as_init();
	if (count > 1)
		in = out = open(words[1], O_RDWR | O_CLOEXEC);
	else if (getpid() == 1)
		in = out = open("/dev/fwctl-agent", O_RDWR | O_CLOEXEC | O_NONBLOCK);
	signal(SIGPIPE, SIG_IGN);
	setrlimit(RLIMIT_NOFILE, &files);
	has_log = mark_log();
	controls = prepare_controls();
	while (listen_once(&inbox))
		;
	end_all_callers();
	if (getpid() == 1)
		reboot(RB_POWER_OFF);
	return 0;
}
