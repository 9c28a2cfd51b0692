package assay.surrogate;

import assay.acquisition.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A runner of several threads that takes the pieces in reverse, so that a dependence on their order shows. */
record ThreadedRunner(int threads) implements Runner {

    @Override
    public <T> List<T> run(String what, int pieces, int steps, Work<T> work) {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < pieces; i++) {
                int index = pieces - 1 - i;
                futures.add(0, executor.submit(() -> work.run(index, () -> {})));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            executor.shutdown();
        }
    }
}
