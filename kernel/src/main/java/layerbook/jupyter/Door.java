package layerbook.jupyter;

/** The sockets by which messages come and go, apart from the heartbeat. */
enum Door { SHELL, CONTROL, STDIN, IOPUB }
