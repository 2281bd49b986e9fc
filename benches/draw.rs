//! How long a frame takes.

fn main() {
    divan::main();
}
