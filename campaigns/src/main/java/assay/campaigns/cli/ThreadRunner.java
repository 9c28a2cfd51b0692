package assay.campaigns.cli;

import assay.acquisition.Runner;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Runs pieces of work on a fixed number of daemon threads, with a progress bar. Work that a piece hands in itself runs on
 * the thread of that piece, one after the other: waiting for a free thread could take forever. Thread-safe.
 */
final class ThreadRunner implements Runner, AutoCloseable {

    private final ExecutorService threads;
    private final Optional<PrintStream> progress;
    private final boolean several;
    private volatile boolean needed;

    private ThreadRunner(int threads, Optional<PrintStream> progress) {
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Worker(task);
            thread.setDaemon(true);
            return thread;
        });
        this.progress = progress;
        this.several = threads > 1;
    }

    /**
     * Has a thread do something useful until there is work for it, if there is more than one: what is read from files
     * meanwhile has a thread of its own.
     *
     * @param task stops when what it is given says so
     */
    void untilNeeded(Consumer<BooleanSupplier> task) {
        if (several) {
            threads.execute(() -> task.accept(() -> needed));
        }
    }

    static ThreadRunner silent(int threads) {
        return new ThreadRunner(threads, Optional.empty());
    }

    /** @param terminal where the progress bar goes */
    static ThreadRunner withProgress(int threads, PrintStream terminal) {
        return new ThreadRunner(threads, Optional.of(terminal));
    }

    private static final class Worker extends Thread {
        Worker(Runnable task) {
            super(task, "assay");
        }
    }

    @Override
    public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
        if (Thread.currentThread() instanceof Worker) {
            return Runner.SEQUENTIAL.run(what, pieces, steps, work);
        }
        if (progress.isEmpty()) {
            return run(pieces, work, () -> {});
        }
        try (ProgressBar bar = bar(what, (long) pieces * steps)) {
            return run(pieces, work, bar::step);
        }
    }

    @Override
    public Rounds rounds(String what, long steps) {
        if (progress.isEmpty() || Thread.currentThread() instanceof Worker) {
            return Runner.super.rounds(what, steps);
        }
        ProgressBar bar = bar(what, steps);
        return new Rounds() {
            @Override
            public <T> List<T> run(int pieces, Work<T> work) {
                return ThreadRunner.this.run(pieces, work, bar::step);
            }

            @Override
            public void close() {
                bar.close();
            }
        };
    }

    private ProgressBar bar(String what, long steps) {
        return new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(progress.orElseThrow()))
                .clearDisplayOnFinish()
                .build();
    }

    private <T> List<T> run(int pieces, Work<T> work, Runnable step) {
        needed = true;
        List<Future<T>> futures = new ArrayList<>(pieces);
        for (int i = 0; i < pieces; i++) {
            int index = i;
            futures.add(threads.submit(() -> work.run(index, step)));
        }
        List<T> results = new ArrayList<>(pieces);
        try {
            for (Future<T> future : futures) {
                results.add(future.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            futures.forEach(f -> f.cancel(true));
        }
        return results;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
