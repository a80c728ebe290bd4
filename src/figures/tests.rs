//! Figures at the edges.
