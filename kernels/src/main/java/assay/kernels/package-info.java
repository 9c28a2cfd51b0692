/**
 * The arithmetic everything fast stands on: matrix products, activations, optimiser steps, distances, log-sum-exp, orders
 * and trees, on flat row-major arrays of the caller's. Nothing here allocates in a loop, knows what an experiment is, or
 * draws a random number. Start at {@link assay.kernels.Products}; {@link assay.kernels.Kernels} says whether vectors or
 * plain loops are at work. The networks of {@code assay.surrogate} and the transport problems of {@code assay.valuation}
 * are built on it.
 */
package assay.kernels;
