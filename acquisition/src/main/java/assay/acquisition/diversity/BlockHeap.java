package assay.acquisition.diversity;

/**
 * Blocks of candidates, the one with the highest score first; of equal ones the first in the pool. A binary heap. Mutable, not
 * thread-safe.
 */
final class BlockHeap {

    private final double[] scores;
    private final int[] heap;
    private int size;

    /** @param blocks how many there are; none is in the heap yet */
    BlockHeap(int blocks) {
        this.scores = new double[blocks];
        this.heap = new int[blocks];
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }

    int first() {
        return heap[0];
    }

    double score(int block) {
        return scores[block];
    }

    /** Puts in a block that is not in. */
    void add(int block, double score) {
        scores[block] = score;
        int at = size++;
        while (at > 0 && before(block, heap[(at - 1) / 2])) {
            heap[at] = heap[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        heap[at] = block;
    }

    /** Takes out the first block. */
    int remove() {
        int first = heap[0];
        int last = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], last)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return first;
    }

    private boolean before(int a, int b) {
        return scores[a] > scores[b] || scores[a] == scores[b] && a < b;
    }
}
