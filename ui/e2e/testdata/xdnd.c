/*
 * xdnd WINDOW X Y URI... drops files on a window as a file manager does: the
 * source side of XDND version 5. It ends with 0 when the window took the drop,
 * 2 when it refused; after ten seconds without an answer a signal ends it.
 */
#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static Display *display;
static Window source, target;

static Atom atom(const char *name) { return XInternAtom(display, name, False); }

static void tell(const char *type, long a, long b, long c, long d) {
	XEvent e = {0};
	e.xclient.type = ClientMessage;
	e.xclient.window = target;
	e.xclient.message_type = atom(type);
	e.xclient.format = 32;
	e.xclient.data.l[0] = (long)source;
	e.xclient.data.l[1] = a;
	e.xclient.data.l[2] = b;
	e.xclient.data.l[3] = c;
	e.xclient.data.l[4] = d;
	XSendEvent(display, target, False, NoEventMask, &e);
	XFlush(display);
}

/* hand over the list of files when the window asks for the selection */
static void answer(XSelectionRequestEvent *r, const char *list) {
	XEvent e = {0};
	XChangeProperty(display, r->requestor, r->property, r->target, 8, PropModeReplace, (const unsigned char *)list, (int)strlen(list));
	e.xselection.type = SelectionNotify;
	e.xselection.requestor = r->requestor;
	e.xselection.selection = r->selection;
	e.xselection.target = r->target;
	e.xselection.property = r->property;
	e.xselection.time = r->time;
	XSendEvent(display, r->requestor, False, NoEventMask, &e);
	XFlush(display);
}

int main(int argc, char **argv) {
	static char list[65536];
	int dropped = 0;
	if (argc < 5 || !(display = XOpenDisplay(NULL)))
		return 1;
	alarm(10);
	target = strtoul(argv[1], NULL, 0);
	for (int i = 4; i < argc && strlen(list) + strlen(argv[i]) + 3 < sizeof list; i++) {
		strcat(list, argv[i]);
		strcat(list, "\r\n");
	}
	source = XCreateSimpleWindow(display, DefaultRootWindow(display), 0, 0, 1, 1, 0, 0, 0);
	XSetSelectionOwner(display, atom("XdndSelection"), source, CurrentTime);
	tell("XdndEnter", 5L << 24, (long)atom("text/uri-list"), 0, 0);
	tell("XdndPosition", 0, atol(argv[2]) << 16 | atol(argv[3]), CurrentTime, (long)atom("XdndActionCopy"));
	for (;;) {
		XEvent e;
		XNextEvent(display, &e);
		if (e.type == SelectionRequest) {
			answer(&e.xselectionrequest, list);
		} else if (e.type == ClientMessage && e.xclient.message_type == atom("XdndStatus") && !dropped) {
			if (!(e.xclient.data.l[1] & 1)) {
				tell("XdndLeave", 0, 0, 0, 0);
				return 2;
			}
			dropped = 1;
			tell("XdndDrop", 0, CurrentTime, 0, 0);
		} else if (e.type == ClientMessage && e.xclient.message_type == atom("XdndFinished")) {
			return 0;
		}
	}
}
