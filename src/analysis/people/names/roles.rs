//! Who holds a role: whom "the mayor" and "the interior ministry" stand for.

use std::ops::Range;

use super::super::EntityKind;
use super::super::chunks::{Chunk, Opening};
use super::Table;
use crate::analysis::listed::Listed;
use crate::document::TokenKind;
use crate::language::Class;

/// Adjectives that do not tell one holder of a role from another.
const PLAIN: Listed = Listed::of(&[
    "new",
    "current",
    "incumbent",
    "outgoing",
    "late",
    "longtime",
    "long-serving",
    "veteran",
    "embattled",
    "young",
    "old",
    "same",
    "latest",
]);

/// Who holds a role.
#[derive(Debug, Clone, Copy)]
pub(super) struct Role {
    entity: usize,
    /// A number for the word before the noun: "prime" in "prime minister"; 0 for none.
    modifier: u64,
}

/// A number for two words together.
fn pair(first: u64, second: u64) -> u64 {
    first.rotate_left(17) ^ second
}

impl Table<'_, '_> {
    /// Remembers that an entity holds a role: "the mayor" may stand for it later.
    ///
    /// The word before it, from the first token of the phrase on, tells holders apart.
    pub(in crate::analysis::people) fn set_role(
        &mut self,
        token: usize,
        start: usize,
        entity: usize,
    ) {
        if self.reading.classes(token).has_any(&[
            Class::Title,
            Class::RoleNoun,
            Class::OrgNoun,
            Class::GroupNoun,
            Class::DocumentNoun,
        ]) {
            let noun = self.reading.key(token);
            let modifier = self.modifier(token, start);
            self.by_role.insert(noun, Role { entity, modifier });
            if modifier != 0 {
                self.by_role
                    .insert(pair(modifier, noun), Role { entity, modifier });
            }
        }
    }

    /// Whether anybody was called by a noun before.
    pub(in crate::analysis::people) fn has_role(&self, token: usize) -> bool {
        self.by_role.contains_key(&self.reading.key(token))
    }

    /// The entity of a phrase without a name: one that holds the role, or a new one.
    pub(in crate::analysis::people) fn link_nominal(&mut self, chunk: &Chunk) -> (usize, u8) {
        self.clock += 1;
        let head = chunk.head.unwrap_or(chunk.tokens.start);
        let role = self.reading.key(head);
        let known = chunk.opening == Opening::Definite && self.is_plain(chunk);
        let holder = known.then(|| self.holder(chunk, head, role)).flatten();
        if let Some(at) = holder {
            return (at, 75);
        }
        let index = self.add(chunk, role, role, 0);
        if chunk.opening != Opening::Bare {
            self.set_role(head, chunk.tokens.start, index);
        }
        (index, 90)
    }

    /// Who holds the role of a phrase: "the interior minister" is not "the prime minister", but may be
    /// "the minister", and then has the longer name.
    fn holder(&mut self, chunk: &Chunk, head: usize, noun: u64) -> Option<usize> {
        let modifier = self.modifier(head, chunk.tokens.start);
        if modifier != 0
            && let Some(role) = self.by_role.get(&pair(modifier, noun))
        {
            return Some(role.entity);
        }
        // "the local governor said": of whatever place is spoken of now
        if self.reading.is(head.wrapping_sub(1), "local") {
            return None;
        }
        let role = *self.by_role.get(&noun)?;
        if modifier != 0 && role.modifier != 0 {
            return None;
        }
        let name = self.span(&chunk.tokens);
        let entity = &mut self.known.get_mut(role.entity)?.entity;
        if modifier != 0 && entity.kind == EntityKind::Unnamed {
            entity.name = name;
            self.set_role(head, chunk.tokens.start, role.entity);
        }
        Some(role.entity)
    }

    /// A number for the word before a noun that says which one it is; 0 for none.
    fn modifier(&self, noun: usize, start: usize) -> u64 {
        let Some(before) = noun.checked_sub(1).filter(|&before| before >= start) else {
            return 0;
        };
        let classes = self.reading.classes(before);
        let plain = classes.has_any(&[Class::Determiner, Class::Demonym, Class::NumberWord])
            || self.reading.token(before).map(|token| token.kind) != Some(TokenKind::Word)
            || self.reading.word(before.wrapping_sub(1)) == "-"
            || self.reading.word(before).contains('-')
            || self.reading.is_listed(before, &PLAIN);
        if plain { 0 } else { self.reading.key(before) }
    }

    /// Whether a phrase says no more than its noun and a word or two: "the mayor", not "the Ruiz aide".
    fn is_plain(&self, chunk: &Chunk) -> bool {
        let head = chunk.head.unwrap_or(chunk.tokens.start);
        let named = chunk
            .tokens
            .clone()
            .skip(1)
            .any(|at| at != head && self.reading.is_capital(at));
        chunk.tokens.len() <= 3 && !named
    }

    /// Makes the name of an unnamed entity longer: "a spokesman" for the port.
    pub(in crate::analysis::people) fn extend_name(&mut self, entity: usize, tail: &Range<usize>) {
        let tail = self.span(tail);
        if let Some(known) = self.known.get_mut(entity) {
            known.entity.name = known.entity.name.join(tail);
        }
    }
}
