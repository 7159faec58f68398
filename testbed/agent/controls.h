#ifndef CONTROLS_H
#define CONTROLS_H

#include <stdbool.h>

/* What the kit may do to the kernel as a whole, where the kernel has what that takes. */
struct controls {
	bool memory_pressure, lockdown;
};

/* Asked once, before there are processes. Nothing where this is not the first process, so that the kernel is not a guest's. */
struct controls prepare_controls(void);

void set_memory_pressure(bool on);
/* Gives 0 or an errno. */
int set_lockdown(const char *level);

/* Around a system call of a process: while there is memory pressure, the first allocation in it fails. Gives what
 * end_call wants, which ends the process where the pressure could not be had. */
int begin_call(void);
void end_call(int call);

#endif
