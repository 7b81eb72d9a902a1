package org.zhibao.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The network between the windows of one test and the application. It can be cut, and then nothing passes: a browser that
 * only plays at being offline may let a request through while it changes from one page to the next.
 */
final class Link implements AutoCloseable {

    private final int application;
    private final ServerSocket entrance;
    private final ExecutorService carriers = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** @param application the port of the application on this machine */
    Link(int application) {
        this.application = application;
        try {
            entrance = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        carriers.execute(this::accept);
    }

    /** What a browser writes for the application. */
    String address() {
        return "http://localhost:" + entrance.getLocalPort();
    }

    /** Ends every connection, and every new one at once. */
    void cut() {
        cut = true;
        open.forEach(Link::end);
    }

    void restore() {
        cut = false;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                join(entrance.accept());
            } catch (IOException closed) {
                // the loop sees whether it was the entrance
            }
        }
    }

    private void join(Socket browser) throws IOException {
        Socket server = new Socket(InetAddress.getLoopbackAddress(), application);
        open.add(browser);
        open.add(server);
        if (cut) {
            cut();
        }
        carriers.execute(() -> carry(browser, server));
        carriers.execute(() -> carry(server, browser));
    }

    /** Carries what comes until one side ends, or the link is cut. */
    private void carry(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // both sides are closed, and the browser tells its page
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // that is what was wanted
        }
    }

    @Override
    public void close() {
        cut();
        try {
            entrance.close();
        } catch (IOException gone) {
            // nothing comes in any more
        }
        carriers.shutdownNow();
    }
}
