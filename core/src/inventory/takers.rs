//! Who takes the lines of a run.

use core::fmt;

use super::compute::EachLine;
use super::line::Line;
use crate::error::Error;

/// Writes lines as text, on whichever thread works them out.
///
/// What it writes of a line must not depend on lines before it: each thread has a writer of its own.
pub trait WriteLine: Send + Sync {
    /// A writer of the same kind for another thread.
    fn another(&self) -> Box<dyn WriteLine + '_>;

    /// Writes a line behind what is there.
    ///
    /// # Errors
    /// As the writer says; an error ends the run.
    fn write(&mut self, line: &Line<'_>, out: &mut String) -> Result<(), Error>;
}

/// Takes a piece of text that the writer with this number wrote.
pub type TakeText<'t> = dyn FnMut(usize, &str) -> Result<(), Error> + 't;

/// Who takes the lines of a run, if anybody does.
///
/// Lines that are taken one by one come from one thread; text is written by all threads of the run and put together in
/// the order of the file.
#[derive(Default)]
pub struct Takers<'t, 'e> {
    each: Option<&'t mut EachLine<'e>>,
    texts: Option<Texts<'t>>,
}

impl fmt::Debug for Takers<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Takers")
            .field("each", &self.each.is_some())
            .field("texts", &self.texts.is_some())
            .finish()
    }
}

impl<'t, 'e> Takers<'t, 'e> {
    /// Nobody takes lines.
    pub fn nobody() -> Takers<'t, 'e> {
        Takers::default()
    }

    /// Lines are taken one by one, if at all.
    pub fn each(each: Option<&'t mut EachLine<'e>>) -> Takers<'t, 'e> {
        Takers { each, texts: None }
    }

    /// The writers' texts are taken, too, piece by piece.
    #[must_use]
    pub fn with_texts(self, writers: &'t [&'t dyn WriteLine], take: &'t mut TakeText<'t>) -> Takers<'t, 'e> {
        Takers { texts: (!writers.is_empty()).then_some(Texts { writers, take }), ..self }
    }

    /// Who takes lines in the thread that reads the file, and who takes texts.
    pub(super) fn parts(self) -> (Lines<'t, 'e>, Option<Texts<'t>>) {
        let writers = self.texts.as_ref().map_or(&[][..], |texts| texts.writers);
        let lines = Lines { each: self.each, ..Lines::written(writers) };
        (lines, self.texts)
    }
}

/// Who takes the texts of a run.
pub(super) struct Texts<'t> {
    writers: &'t [&'t dyn WriteLine],
    take: &'t mut TakeText<'t>,
}

impl<'t> Texts<'t> {
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn writers(&self) -> &'t [&'t dyn WriteLine] {
        self.writers
    }

    /// Hands texts over and empties them.
    pub(super) fn take(&mut self, texts: &mut [String]) -> Result<(), Error> {
        for (at, text) in texts.iter_mut().enumerate().filter(|(_, text)| !text.is_empty()) {
            (self.take)(at, text)?;
            text.clear();
        }
        Ok(())
    }
}

/// What one thread does with its lines.
pub(super) struct Lines<'t, 'e> {
    each: Option<&'t mut EachLine<'e>>,
    writers: Vec<Box<dyn WriteLine + 't>>,
    /// What the writers wrote.
    pub(super) texts: Vec<String>,
}

impl<'t> Lines<'t, '_> {
    /// Lines are written, and nobody takes them one by one.
    pub(super) fn written(writers: &'t [&'t dyn WriteLine]) -> Self {
        let texts = vec![String::new(); writers.len()];
        Lines { each: None, writers: writers.iter().map(|writer| writer.another()).collect(), texts }
    }

    /// Whether anybody wants lines.
    pub(super) fn wanted(&self) -> bool {
        self.each.is_some() || !self.writers.is_empty()
    }

    /// Whether lines are taken one by one, which only one thread can do.
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) fn one_by_one(&self) -> bool {
        self.each.is_some()
    }

    /// Hands over a line.
    pub(super) fn take(&mut self, line: &Line<'_>) -> Result<(), Error> {
        if let Some(each) = &mut self.each {
            each(line)?;
        }
        self.writers.iter_mut().zip(&mut self.texts).try_for_each(|(writer, text)| writer.write(line, text))
    }
}
