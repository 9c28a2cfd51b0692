package assay.acquisition.batch;

import assay.acquisition.Budget;
import assay.acquisition.Candidates;

/** What is left of a budget while a batch is being filled. Mutable: lives within one method. */
final class Purse {

    private final Candidates pool;
    private int places;
    private double money;

    Purse(Budget budget, Candidates pool) {
        this.pool = pool;
        this.places = budget.batch();
        this.money = budget.money();
    }

    boolean affords(int candidate) {
        return places > 0 && pool.cost(candidate) <= money;
    }

    void pay(int candidate) {
        places--;
        money -= pool.cost(candidate);
    }
}
