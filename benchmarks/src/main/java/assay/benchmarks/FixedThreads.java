package assay.benchmarks;

import assay.acquisition.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs pieces of work on so many threads, started for each call, in silence. */
record FixedThreads(int threads) implements Runner {

    @Override
    public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>(pieces);
            for (int i = 0; i < pieces; i++) {
                int index = i;
                futures.add(executor.submit(() -> work.run(index, () -> {})));
            }
            List<T> results = new ArrayList<>(pieces);
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }
}
