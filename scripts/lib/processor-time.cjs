// Says on standard error how much processor time a process took in its own code, in microseconds.
process.on("exit", () => process.stderr.write(`processor time: ${process.cpuUsage().user}\n`));
