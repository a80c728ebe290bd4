//! Locks.

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What a mutex holds, also after a thread failed that held it: each of ours is whole at every moment.
pub fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
