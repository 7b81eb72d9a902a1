package org.zhibao.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged platform in a process of its own. */
final class Platform implements AutoCloseable {

    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Process process;
    private final int port;
    private final Path log;
    private final long started = System.nanoTime();

    private Platform(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static Platform start(Path folder, List<String> arguments) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile(folder, "platform", ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g", "-jar",
                Path.of(System.getProperty("bench.jar")).toAbsolutePath().toString(), "--server.port=" + port));
        if (arguments.stream().noneMatch(argument -> argument.startsWith("--zhibao.demo="))) {
            command.add("--zhibao.demo=true");
        }
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Platform(process, port, log);
    }

    private static int freePort() throws IOException {
        for (int port = 18_500; port < 18_600; port++) {
            try (ServerSocket free = new ServerSocket(port)) {
                return free.getLocalPort();
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no free port from 18500 to 18599");
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** Seconds since the process was started. */
    double age() {
        return (System.nanoTime() - started) / 1e9;
    }

    /** Waits until the platform has said this in its log. */
    void await(String said) throws Exception {
        await(() -> Files.readString(log).contains(said), "to say: " + said);
    }

    /** Waits until something is so, asking ten times a second. */
    void await(Condition condition, String what) throws Exception {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.holds()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for the platform " + what + "; its log:\n"
                        + Files.readString(log));
            }
            Thread.sleep(100);
        }
    }

    /** Something to wait for. */
    interface Condition {
        boolean holds() throws Exception;
    }

    /** As {@code kill -9}: nothing is given time to end. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
