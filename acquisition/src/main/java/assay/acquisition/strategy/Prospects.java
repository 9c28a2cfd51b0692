package assay.acquisition.strategy;

import assay.acquisition.Dataset;
import assay.acquisition.Matrix;
import assay.kernels.Distances;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What candidates are expected to be worth, and the known experiment that each is nearest to. */
final class Prospects {

    /** Of more classes than these, the likeliest. */
    private static final int MOST_CLASSES = 10;

    private final double[] worth;
    private final int[] nearest;
    private final double[] squared;

    private Prospects(int candidates) {
        this.worth = new double[candidates];
        this.nearest = new int[candidates];
        this.squared = new double[candidates];
        Arrays.fill(squared, Double.POSITIVE_INFINITY);
    }

    /**
     * The mean value of a candidate's neighbours.
     *
     * @param seen n x h, the known experiments
     * @param values n
     * @param pool m x h
     * @param neighbours 1 or more
     */
    static Prospects ofNumbers(Matrix seen, double[] values, Matrix pool, int neighbours) {
        Prospects prospects = new Prospects(pool.rows());
        int[] all = IntStream.range(0, seen.rows()).toArray();
        double[] means = prospects.means(seen, all, values, pool, neighbours);
        System.arraycopy(means, 0, prospects.worth, 0, means.length);
        return prospects;
    }

    /** The same by neighbours of each class that a candidate may have; the highest counts. No value by a class that nobody has. */
    static Prospects ofClasses(
            Dataset known, Matrix seen, double[] values, Matrix pool, Matrix probabilities, int neighbours) {
        Prospects prospects = new Prospects(pool.rows());
        int classes = known.task().outputs();
        double[] byClass = new double[pool.rows() * classes];
        Arrays.fill(byClass, Double.NEGATIVE_INFINITY);
        for (int c = 0; c < classes; c++) {
            int which = c;
            int[] members = IntStream.range(0, known.size())
                    .filter(row -> known.target(row) == which)
                    .toArray();
            if (members.length > 0) {
                double[] means = prospects.means(seen, members, values, pool, neighbours);
                for (int i = 0; i < means.length; i++) {
                    byClass[i * classes + c] = means[i];
                }
            }
        }
        prospects.takeHighest(Matrix.of(pool.rows(), classes, byClass), probabilities);
        return prospects;
    }

    /** Where the worth by each class is known; in one cell, unless {@link #inCells} is asked. */
    static Prospects ofWorth(Matrix byClass, Matrix probabilities) {
        Prospects prospects = new Prospects(byClass.rows());
        prospects.takeHighest(byClass, probabilities);
        return prospects;
    }

    /** Finds the nearest known experiment of each candidate, for which nobody has looked yet. */
    Prospects inCells(Matrix seen, Matrix pool) {
        int[][] near = Nearest.of(seen.toArray(), seen.rows(), pool.toArray(), pool.rows(), pool.columns(), 1);
        Arrays.setAll(nearest, i -> near[i][0]);
        return this;
    }

    /** Over the classes that a candidate may have, the likeliest if they are many. */
    private void takeHighest(Matrix byClass, Matrix probabilities) {
        for (int i = 0; i < worth.length; i++) {
            int row = i;
            worth[i] = IntStream.range(0, byClass.columns())
                    .filter(c -> byClass.at(row, c) > Double.NEGATIVE_INFINITY)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer c) -> -probabilities.at(row, c)))
                    .limit(MOST_CLASSES)
                    .mapToDouble(c -> byClass.at(row, c))
                    .max()
                    .orElseThrow();
        }
    }

    /** For each candidate the mean value of the nearest of some known experiments; of equally near ones the first. */
    private double[] means(Matrix seen, int[] members, double[] values, Matrix pool, int neighbours) {
        int k = Math.min(neighbours, members.length);
        double[] points = seen.select(members).toArray();
        double[] queries = pool.toArray();
        int d = pool.columns();
        int[][] near = Nearest.of(points, members.length, queries, pool.rows(), d, k);
        double[] means = new double[pool.rows()];
        for (int i = 0; i < means.length; i++) {
            meet(i, members[near[i][0]], Distances.squared(points, near[i][0], queries, i, d));
            // In row order, so that the same neighbours make the same mean to the last bit.
            Arrays.sort(near[i]);
            for (int place : near[i]) {
                means[i] += values[members[place]];
            }
            means[i] /= k;
        }
        return means;
    }

    private void meet(int candidate, int row, double distance) {
        if (distance < squared[candidate] || distance == squared[candidate] && row < nearest[candidate]) {
            squared[candidate] = distance;
            nearest[candidate] = row;
        }
    }

    /**
     * All candidates, so that the first share of them is what is preselected.
     *
     * @return places in the pool; of equals, the first in the pool first
     */
    int[] order(Preselection.Within within) {
        Integer[] order = IntStream.range(0, worth.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> -worth[i]));
        if (within == Preselection.Within.CELL) {
            double[] share = shareOfCell(order);
            Arrays.sort(order, Comparator.comparingDouble(i -> share[i]));
        }
        return Arrays.stream(order).mapToInt(i -> i).toArray();
    }

    /** How far down its cell a candidate is, between 0 and 1. */
    private double[] shareOfCell(Integer[] highestFirst) {
        int cells = Arrays.stream(nearest).max().orElse(0) + 1;
        int[] size = new int[cells];
        for (int cell : nearest) {
            size[cell]++;
        }
        int[] higher = new int[cells];
        double[] share = new double[worth.length];
        for (int i : highestFirst) {
            share[i] = (higher[nearest[i]]++ + 0.5) / size[nearest[i]];
        }
        return share;
    }
}
