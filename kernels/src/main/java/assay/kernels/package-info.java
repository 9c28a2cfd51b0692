/**
 * The arithmetic everything fast stands on: matrix products, activations, optimiser steps, distances and log-sum-exp, on
 * flat row-major arrays of the caller's. Nothing here allocates in a loop, knows what an experiment is, or draws a
 * random number. Start at {@link assay.kernels.Products}; the networks of {@code assay.surrogate} and the transport
 * problems of {@code assay.valuation} are built on it.
 */
package assay.kernels;
